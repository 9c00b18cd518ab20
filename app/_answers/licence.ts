import { LICENCE } from '../../lib/licence';
import { SAMPLE, SAMPLE_WORDS, servesSample } from './sample';

/** The terms of what is served: made-up accounts are nobody's official documents. */
export const servedLicence = (): { name: string; text: string } =>
  servesSample() ? { name: SAMPLE, text: SAMPLE_WORDS } : LICENCE;
