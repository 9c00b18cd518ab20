import type { PanelData } from '../../lib/panels/panel';
import { Misunderstood } from '../_components/Misunderstood';
import type { AskedPeers } from './askPeers';

/** Question, scope and answer. */
export function PeerHead({ data, asked }: { data: PanelData; asked: AskedPeers }) {
  return (
    <header className="page-head">
      <h1>{data.title}</h1>
      <p className="small">{data.subtitle}</p>
      <p className="lead">{data.answer}</p>
      <Misunderstood misread={asked.misread} />
    </header>
  );
}

export function PeerNotes({ notes }: { notes: readonly string[] }) {
  return (
    <ul className="panel-notes">
      {notes.map((note) => (
        <li key={note}>注：{note}</li>
      ))}
    </ul>
  );
}

/** Nothing to compare: why, and what to do. */
export function NoPeers({ asked: { stored } }: { asked: AskedPeers }) {
  return stored === 0 ? (
    <p className="note empty">
      库中还没有决算。用 <code>npx juesuan load 文件夹</code> 载入后，这里把各部门排在一起。
    </p>
  ) : (
    <p className="note empty">这个范围内收录的决算都没有公布这个指标；换一个年度或指标，或清除范围再看。</p>
  );
}
