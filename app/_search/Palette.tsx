import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Hit, HitGroup } from '../../db/queries/search';
import { HitName } from './HitList';
import { hitContext, hitPath, KIND_WORDS, searchPath, totalOf } from './hitLinks';
import { SearchExamples } from './SearchExamples';
import { type Hits, useHits } from './useHits';

const LIST = 'palette-hits';
const optionId = ({ kind, id }: Hit): string => `hit-${kind}-${id}`;

function statusWords({ text, groups, failed }: Hits): string {
  if (text === '') return '';
  if (failed) return '现在查不到，请稍后再试。';
  const total = totalOf(groups);
  if (total === 0) return `没有与“${text}”相符的内容。`;
  return `${total} 项：${groups.map(({ kind, total: count }) => `${KIND_WORDS[kind]} ${count}`).join('，')}`;
}

/** Searching as a dialog: type, choose with the arrows, Enter; Esc leads back to where one was. */
export function Palette({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const hits = useHits(typed);
  const options = hits.groups.flatMap((group) => group.hits);
  const chosen = options[Math.min(place, options.length - 1)];

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  useEffect(() => {
    if (chosen) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const to = movedTo(event.key, place, options.length);
    if (to !== undefined) {
      event.preventDefault();
      setPlace(to);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const isAnswered = hits.text === typed.trim();
      if (chosen && isAnswered) document.getElementById(optionId(chosen))?.click();
      else if (typed.trim() !== '') window.location.assign(searchPath({ text: typed.trim() }));
    }
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, too
    <dialog
      ref={dialog}
      className="palette"
      aria-label="查找"
      onClose={close}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <div className="palette-body">
        <input
          type="text"
          role="combobox"
          aria-label="查找部门、地区、科目、指标、核对规则"
          aria-expanded={options.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? optionId(chosen) : undefined}
          placeholder="名称、编码、拼音或首字母"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
        />
        <p className="small" role="status">
          {statusWords(hits)}
        </p>
        {hits.text === '' && <SearchExamples />}
        <div id={LIST} role="listbox" aria-label="查找结果" className="palette-hits">
          {hits.groups.map((group) => (
            <Group key={group.kind} group={group} chosen={chosen} />
          ))}
        </div>
        <p className="small palette-foot">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> 选择 <kbd>Enter</kbd> 打开 <kbd>Esc</kbd> 关闭
          </span>
          {hits.text !== '' && <a href={searchPath({ text: hits.text })}>全部结果</a>}
        </p>
      </div>
    </dialog>
  );
}

function movedTo(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (place + 1) % count;
  if (key === 'ArrowUp') return (place + count - 1) % count;
  if (key === 'PageDown') return Math.min(place + 6, count - 1);
  if (key === 'PageUp') return Math.max(place - 6, 0);
  return undefined;
}

function Group({ group: { kind, total, hits }, chosen }: { group: HitGroup; chosen: Hit | undefined }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
    <div role="group" aria-label={`${KIND_WORDS[kind]}，${total} 项`}>
      <div className="palette-kind" aria-hidden="true">
        {KIND_WORDS[kind]}
        {total > hits.length && ` ${hits.length}/${total}`}
      </div>
      {hits.map((hit) => (
        <a
          key={optionId(hit)}
          id={optionId(hit)}
          role="option"
          aria-selected={hit === chosen}
          tabIndex={-1}
          href={hitPath(hit)}
          className="palette-hit"
        >
          <span>
            <HitName hit={hit} />
          </span>
          <span className="small">{hitContext(hit)}</span>
        </a>
      ))}
    </div>
  );
}
