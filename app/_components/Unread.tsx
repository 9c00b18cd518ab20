/** Says which parts of the address were not understood; the page goes on without them. */
export function Unread({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="note" role="status">
      地址里的{names.map((name) => `“${name}”`).join('、')}没有看懂，已略去。
    </p>
  );
}
