'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

const SECTIONS = [
  { href: '/', label: '总览' },
  { href: '/trends', label: '趋势' },
  { href: '/rankings', label: '排名' },
  { href: '/compare', label: '比较', also: '/accounts' },
  { href: '/subjects/functional', label: '科目', also: '/subjects' },
  { href: '/pivot', label: '透视' },
  { href: '/findings', label: '核对发现', count: true },
  { href: '/data', label: '数据' },
  { href: '/embeds', label: '嵌入' },
] as const;

type Section = (typeof SECTIONS)[number];

const holds = (place: string, path: string): boolean => path === place || path.startsWith(`${place}/`);

/** `page` where the reader is at the section's own address, `true` deeper in it. */
function currentOf(section: Section, path: string): 'page' | 'true' | undefined {
  if (path === section.href) return 'page';
  if (section.href === '/') return undefined;
  return holds(section.href, path) || ('also' in section && holds(section.also, path)) ? 'true' : undefined;
}

/** The running head's sections; the server writes them, too, so that they stand without scripts. */
export function Sections({ count }: { count: ReactNode }) {
  const path = usePathname();
  return (
    <nav aria-label="主要栏目">
      <ul>
        {SECTIONS.map((section) => (
          <li key={section.href}>
            <a href={section.href} aria-current={currentOf(section, path)}>
              {section.label}
              {'count' in section && count}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
