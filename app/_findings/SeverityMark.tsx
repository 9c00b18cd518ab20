import { SEVERITY_WORDS, type Severity } from '../../lib/findings';

/** A severity by its word and its form: filled, outlined, plain. */
export const SeverityMark = ({ severity }: { severity: Severity }) => (
  <span className={`severity severity-${severity}`}>{SEVERITY_WORDS[severity]}</span>
);
