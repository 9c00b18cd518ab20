import { permanentRedirect } from 'next/navigation';
import { subjectsPath } from '../../lib/subjectSelection';

/** A shortened address leads to the list that every statement of expenditure uses. */
export default function Subjects() {
  permanentRedirect(subjectsPath('functional'));
}
