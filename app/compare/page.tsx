import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { choicePath, parseAccountSelection } from '../../lib/accountSelection';
import { COMPARABLE, comparePath, parseAccountList, parseView, type Query } from '../../lib/selection';
import { askChoice } from '../_choice/askChoice';
import { Chooser } from '../_choice/Chooser';
import { openStore } from '../_store/store';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: '选择要比较的决算' };

/** Where the form leads: on to the comparison, or, with too few or too many chosen, back to the choice with a word of help. */
export default async function Choose({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const asked = parseAccountList(query.accounts);
  const { text } = parseAccountSelection({ text: query.text }).selection;
  if (query.find !== undefined)
    redirect(choicePath({ choose: asked.accounts, ...(text === undefined ? {} : { text }) }));
  const fits = asked.accounts.length >= COMPARABLE.min && asked.accounts.length <= COMPARABLE.max;
  if (fits) redirect(comparePath(asked.accounts, parseView(query)));
  const { accounts: chosen, malformed } = query.choose === undefined ? asked : parseAccountList(query.choose);
  const choice = await askChoice(await openStore(), chosen, text);
  return (
    <>
      <header className="page-head">
        <h1>选择要比较的决算</h1>
        <p className="lead" role="status">
          {adviceOn(chosen.length, malformed)}
        </p>
      </header>
      <Chooser choice={choice} text={text} />
    </>
  );
}

function adviceOn(chosen: number, malformed: readonly string[]): string {
  const unread = malformed.length > 0 ? `地址中有 ${malformed.length} 处不是决算的编号，已略去。` : '';
  if (chosen > COMPARABLE.max)
    return `${unread}一次最多比较 ${COMPARABLE.max} 份决算，现在选了 ${chosen} 份。请去掉几份再比较。`;
  if (chosen >= COMPARABLE.min) return `现在选了 ${chosen} 份决算，可以增减，最多 ${COMPARABLE.max} 份。`;
  if (chosen > 0) return `${unread}现在选了 ${chosen} 份决算，比较至少要 ${COMPARABLE.min} 份。请再勾选一份。`;
  return `${unread}请勾选 ${COMPARABLE.min} 至 ${COMPARABLE.max} 份决算。`;
}
