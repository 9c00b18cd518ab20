/** Where readers begin; each is compiled, read and drawn for the first time when it is first asked for. */
const PAGES = ['/', '/trends', '/rankings', '/distribution', '/scatter', '/subjects/functional', '/pivot', '/findings'];
const ACCOUNT = /href="\/accounts\/([^"/?#]+)"/g;

/** One account and its department, and two accounts compared, as the list of accounts names them. */
function pagesIn(list) {
  const [one, other] = [...new Set([...list.matchAll(ACCOUNT)].map(([, id]) => id))];
  if (one === undefined) return [];
  const department = one.replace(/-\d{4}$/, '');
  return [`/accounts/${one}`, `/departments/${department}`, ...(other ? [`/compare/${one},${other}`] : [])];
}

/**
 * Asks a server for its pages one after the other, so that its first readers do not wait for what only the first has to wait for.
 * Ends silently when the server does not answer; resolves to the pages that were asked for.
 */
export async function warm(url, signal) {
  const asked = [];
  const ask = async (path) => {
    const answer = await fetch(`${url}${path}`, { signal });
    asked.push(path);
    return answer.text();
  };
  try {
    const list = await ask('/accounts');
    for (const path of [...PAGES, ...pagesIn(list)]) await ask(path);
  } catch {
    // the server has ended, or is busy with something else
  }
  return asked;
}
