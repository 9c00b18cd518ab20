'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface SectionOf {
  href: string;
  label: string;
  /** further pages of it */
  also?: readonly string[];
  /** the address above all its pages, where that is not its own */
  within?: string;
  count?: boolean;
}

export const SECTIONS: readonly SectionOf[] = [
  { href: '/', label: '总览' },
  { href: '/trends', label: '趋势' },
  { href: '/rankings', label: '排名', also: ['/distribution', '/scatter'] },
  { href: '/compare', label: '比较', also: ['/accounts'] },
  { href: '/subjects/functional', label: '科目', within: '/subjects' },
  { href: '/pivot', label: '透视' },
  { href: '/findings', label: '核对发现', count: true },
  { href: '/data', label: '数据' },
  { href: '/embeds', label: '嵌入' },
];

const holds = (place: string, path: string): boolean => path === place || path.startsWith(`${place}/`);

/**
 * `page` where the reader is at the section's own address, `true` deeper in it. An account, a department and a brief belong
 * to no section: they are reached from all of them.
 */
export function currentOf(section: SectionOf, path: string): 'page' | 'true' | undefined {
  if (path === section.href) return 'page';
  if (section.href === '/') return undefined;
  const { href, also = [], within = href } = section;
  return also.includes(path) || holds(within, path) ? 'true' : undefined;
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
              {section.count && count}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
