interface SelectFieldProps {
  id: string;
  name: string;
  label: string;
  /** the words for no choice; left out where one must be made */
  all?: string;
  options: readonly { value: string; label: string }[];
  chosen: string | number | undefined;
}

/** A choice among a few in a form of filters. */
export function SelectField({ id, name, label, all, options, chosen }: SelectFieldProps) {
  const isListed = chosen === undefined || options.some(({ value }) => value === String(chosen));
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={chosen ?? ''}>
        {all !== undefined && <option value="">{all}</option>}
        {!isListed && <option value={chosen}>{chosen}</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
