import { get } from 'node:http';

/** An answer as it comes over the wire, and its bytes there. */
function fetchPacked(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, bytes }));
    }).on('error', reject);
  });
}

const addressesOf = (html, pattern) => [...new Set([...html.matchAll(pattern)].map(([, address]) => address))];

async function sumOf(url, addresses) {
  const answers = await Promise.all(addresses.map((address) => fetchPacked(new URL(address, url))));
  return answers.reduce((sum, { bytes }) => sum + bytes, 0);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** What a first visit loads before anything is clicked: gzip kB of HTML, scripts and styles, and the number of requests. */
export async function measureBytes(url, paths) {
  const rows = [];
  for (const [label, path] of paths) {
    const html = await (await fetch(`${url}${path}`)).text();
    const page = await fetchPacked(`${url}${path}`);
    if (page.status !== 200) throw new Error(`${path}: ${page.status}`);
    const scripts = addressesOf(html, /<script(?![^>]*noModule)[^>]*\ssrc="([^"]+)"/g);
    const styles = addressesOf(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
    const [script, style] = [await sumOf(url, scripts), await sumOf(url, styles)];
    const all = page.bytes + script + style;
    rows.push([label, ...[page.bytes, script, style, all].map(kilobytes), 1 + scripts.length + styles.length]);
  }
  return rows;
}
