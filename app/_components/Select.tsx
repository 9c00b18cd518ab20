interface SelectProps {
  /** unique in the page: the field's id */
  id: string;
  name: string;
  label: string;
  /** the choice of nothing, where there is one */
  all?: string;
  options: readonly { value: string; label: string }[];
  chosen: string | number | undefined;
}

/** A labelled choice of a filter form; what is chosen but not offered stays chosen. */
export function Select({ id, name, label, all, options, chosen }: SelectProps) {
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
