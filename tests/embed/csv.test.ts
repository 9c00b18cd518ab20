import { describe, expect, it, test } from 'vitest';
import { defused, writeCsv } from '../../app/_answers/csv';
import { escapeText, html } from '../../app/_answers/html';

describe('formulas', () => {
  test.each([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+1+cmd', "'+1+cmd"],
    ['-cmd', "'-cmd"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['-1.96', '-1.96'],
    ['+15.83', '+15.83'],
    ['人员经费', '人员经费'],
  ])('%s → %s', (text, expected) => {
    expect(defused(text)).toBe(expected);
  });

  it('fields are quoted where they must be', () => {
    expect(writeCsv([['a,b', 'say "x"', null, 'two\nlines', ' x']])).toBe('"a,b","say ""x""",,"two\nlines"," x"\r\n');
  });
});

describe('markup', () => {
  it('escapes pieces, keeps markup, joins lists', () => {
    expect(html`<p title="${'"<'}">${['a', html`<b>${'&'}</b>`, null, false, 1]}</p>`.text).toBe(
      '<p title="&quot;&lt;">a<b>&amp;</b>1</p>',
    );
  });

  it('leaves out what XML forbids', () => {
    expect(escapeText('a\u0000b\u001fc\td')).toBe('abc\td');
  });
});
