import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getDepartmentsByIds } from '../../../db/queries/departments';
import { departmentPath, parseBridgeSelection, parseDepartmentId } from '../../../lib/departmentSelection';
import { statedOf } from '../../../lib/panels/stated';
import type { Query } from '../../../lib/selection';
import { Markup } from '../../_components/Markup';
import { Section } from '../../_components/Section';
import { metadataWhenFound, whenFound } from '../../_components/whenFound';
import { askBridge } from '../../_departments/askBridge';
import { askDepartment } from '../../_departments/askDepartment';
import { askPeers } from '../../_departments/askPeers';
import { BridgeSection, StatedBridge } from '../../_departments/BridgeSection';
import { DepartmentHead, Findings } from '../../_departments/DepartmentHead';
import { Elsewhere, Peers } from '../../_departments/Peers';
import { Why } from '../../_departments/Why';
import { Years } from '../../_departments/Years';
import { cardPath } from '../../_downloads/addresses';
import { describePage } from '../../_downloads/describePage';
import { askMarkup } from '../../_store/markup';
import { openStore } from '../../_store/store';
import NoDepartment from './not-found';

export const dynamic = 'force-dynamic';

interface DepartmentProps {
  params: Promise<{ department: string }>;
  searchParams: Promise<Query>;
}

async function metadataOf({ params }: DepartmentProps): Promise<Metadata> {
  const id = parseDepartmentId((await params).department);
  const [found] = id ? await getDepartmentsByIds((await openStore()).db, [id]) : [];
  if (!found) return { title: '没有这个部门' };
  const { department, name, firstYear, lastYear, accounts } = found;
  const years = firstYear === lastYear ? `${firstYear} 年度` : `${firstYear} 至 ${lastYear} 年度`;
  return describePage({
    title: `${name} 历年部门决算`,
    description: `${name}公开的 ${accounts} 份部门决算（${years}）：各年收支、增减的原因和核对发现。`,
    path: departmentPath(department),
    image: cardPath('totals', [`${department}-${lastYear}`]),
    alt: `${name} ${lastYear} 年度收支规模`,
  });
}

async function Department({ params, searchParams }: DepartmentProps) {
  const store = await openStore();
  const selection = parseBridgeSelection(await searchParams);
  const asked = await askDepartment(store, (await params).department, selection.to);
  const { department, accounts, figures, breaks, told } = asked;
  const years = accounts.map(({ year }) => year);
  const [bridge, peers] = await Promise.all([
    askBridge(store, department.department, years, selection),
    told && askPeers(store, department, told.account.fiscalYear),
  ]);
  const stated = told ? statedOf(told.account) : [];
  const draw = (part: string, node: () => ReactNode) =>
    askMarkup(store, `${departmentPath(department.department)} ${part}`, node);
  const [bridgeMarkup, yearsMarkup] = await Promise.all([
    draw(`bridge ${JSON.stringify([bridge?.selection, bridge?.replaced])}`, () =>
      bridge ? (
        <BridgeSection department={department.department} years={years} asked={bridge} />
      ) : (
        told && <StatedBridge account={told.account} />
      ),
    ),
    draw('years', () => <Years name={department.name} figures={figures} years={years} breaks={breaks} />),
  ]);
  return (
    <>
      <DepartmentHead asked={asked} />
      {told && (
        <Section id="why" title={`${told.account.fiscalYear} 年的变化与原因`}>
          <Why account={told.account} stated={stated} reasons={told.reasons} latest={accounts.at(-1)?.year} />
        </Section>
      )}
      <Section id="bridge" title="变在哪些科目">
        <Markup html={bridgeMarkup} />
      </Section>
      <Section id="years" title="历年主要数字">
        <Markup html={yearsMarkup} />
      </Section>
      <Section id="peers" title="在同类部门中">
        <Peers peers={peers} department={department.department} />
      </Section>
      <Section id="checks" title="核对">
        <Findings asked={asked} />
      </Section>
      <Section id="elsewhere" title="其他部门">
        {told && <Elsewhere account={told.account.id} neighbours={told.neighbours} alike={asked.alike} />}
      </Section>
    </>
  );
}

export const generateMetadata = metadataWhenFound(metadataOf);

export default whenFound(Department, NoDepartment);
