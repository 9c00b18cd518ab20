/** The checks of the self-test page, in the frame itself. Self-contained: it travels as text. */
export function selfTestScript(): void {
  const say = (id: string, state: 'good' | 'bad' | 'open', text: string): void => {
    const row = document.getElementById(id);
    const place = row?.querySelector('td');
    if (!row || !place) return;
    row.className = state;
    place.textContent = text;
  };
  const framed = parent !== window;
  say('script', 'good', '脚本可以运行。');
  say(
    'framed',
    framed ? 'good' : 'open',
    framed ? '本页在框架里打开，frame-ancestors 已放行。' : '本页是单独打开的；请把它放进门户的框架里再看。',
  );
  const chain = 'ancestorOrigins' in location ? [...location.ancestorOrigins] : [document.referrer];
  say('chain', framed ? 'good' : 'open', framed ? `由内到外：${chain.join(' ← ')}` : '没有外层页面。');

  const headers = async (): Promise<void> => {
    const answer = await fetch(location.href, { cache: 'no-store' });
    const policy = answer.headers.get('content-security-policy') ?? '';
    const ancestors = policy.match(/frame-ancestors[^;,]*/g) ?? [];
    const old = answer.headers.get('x-frame-options');
    const good = ancestors.length === 1 && old === null;
    const complaint = `${ancestors.length === 1 ? '' : `frame-ancestors 出现 ${ancestors.length} 次，代理加了自己的策略；`}${old === null ? '' : `代理加了 X-Frame-Options: ${old}，应去掉；`}`;
    say('headers', good ? 'good' : 'bad', `${complaint}收到：${ancestors.join('；') || '没有 frame-ancestors'}`);
  };
  headers().catch(() => say('headers', 'bad', '无法再次读取本页，无从查看响应头。'));

  const content = document.getElementById('content');
  const more = document.getElementById('more');
  const follow = (): void => {
    if (!content || !framed) {
      say('height', 'open', '在框架里打开时才看得出。');
      return;
    }
    const off = Math.abs(innerHeight - content.getBoundingClientRect().height);
    const follows = off <= 2;
    say(
      'height',
      follows ? 'good' : 'open',
      follows
        ? '框架与内容一样高：宿主页用了 /embed.js 或自己的办法。'
        : `框架与内容相差 ${Math.round(off)} 像素：高度固定（这也可以），或宿主没有应答高度消息。`,
    );
  };
  const later = (): void => {
    setTimeout(follow, 400);
  };
  document.getElementById('grow')?.addEventListener('click', () => {
    if (more) more.hidden = !more.hidden;
    later();
  });
  addEventListener('resize', later);
  later();
}
