import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getDepartmentsByIds } from '../../../db/queries/departments';
import { parseBridgeSelection, parseDepartmentId } from '../../../lib/departmentSelection';
import { departmentYears } from '../../../lib/panels/departmentYears';
import { statedOf } from '../../../lib/panels/stated';
import type { Query } from '../../../lib/selection';
import { PanelFoot } from '../../_components/PanelFoot';
import { askBridge } from '../../_departments/askBridge';
import { askDepartment } from '../../_departments/askDepartment';
import { askPeers } from '../../_departments/askPeers';
import { BridgeSection, StatedBridge } from '../../_departments/BridgeSection';
import { DepartmentHead, Findings } from '../../_departments/DepartmentHead';
import { Elsewhere, Peers } from '../../_departments/Peers';
import { Why } from '../../_departments/Why';
import { openStore } from '../../_store/store';
import { StillChart } from '../../_subjects/StillChart';

export const dynamic = 'force-dynamic';

interface DepartmentProps {
  params: Promise<{ department: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: DepartmentProps): Promise<Metadata> {
  const id = parseDepartmentId((await params).department);
  const [found] = id ? await getDepartmentsByIds((await openStore()).db, [id]) : [];
  return { title: found ? `${found.name} 历年部门决算` : '没有这个部门' };
}

export default async function Department({ params, searchParams }: DepartmentProps) {
  const store = await openStore();
  const asked = await askDepartment(store, (await params).department);
  const { department, accounts, figures, breaks, latest } = asked;
  const years = accounts.map(({ year }) => year);
  const [bridge, peers] = await Promise.all([
    askBridge(store, department.department, years, parseBridgeSelection(await searchParams)),
    latest && askPeers(store, department, latest.account.fiscalYear),
  ]);
  const stated = latest ? statedOf(latest.account) : [];
  const table = departmentYears(department.name, figures, new Set(years));
  return (
    <>
      <DepartmentHead asked={asked} />
      {latest && (
        <Section id="why" title={`${latest.account.fiscalYear} 年的变化与原因`}>
          <Why account={latest.account} stated={stated} reasons={latest.reasons} />
        </Section>
      )}
      <Section id="bridge" title="变在哪些科目">
        {bridge ? (
          <BridgeSection department={department.department} years={years} asked={bridge} />
        ) : (
          latest && <StatedBridge account={latest.account} />
        )}
      </Section>
      <Section id="years" title="历年主要数字">
        <p className="small">{table.subtitle}</p>
        {table.chart && <StillChart name="years" answer={table.answer} chart={table.chart} />}
        <PanelFoot data={{ ...table, chart: null }} />
        {breaks.length > 0 && (
          <ul className="dotted">
            {breaks.map(({ year, kind, text }) => (
              <li key={`${year} ${kind}`}>{text}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="peers" title="在同类部门中">
        <Peers peers={peers} />
      </Section>
      <Section id="checks" title="核对">
        <Findings asked={asked} />
      </Section>
      <Section id="elsewhere" title="其他部门">
        {latest && <Elsewhere account={latest.account.id} neighbours={latest.neighbours} alike={asked.alike} />}
      </Section>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
