import './choice.css';

type Option<T extends string> = { value: T; label: string; hint?: string };

type Props<T extends string> = {
  label: string;
  name: string;
  value: T;
  options: Option<T>[];
  onChange: (value: T) => void;
};

/** A group of radio buttons, each with an optional line below it. */
export function Choice<T extends string>({ label, name, value, options, onChange }: Props<T>) {
  return (
    <div class="choice" role="radiogroup" aria-label={label}>
      <span class="group-label" aria-hidden="true">
        {label}
      </span>
      {options.map((option) => {
        const hintId = `${name}-${option.value}-hint`;
        return (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              aria-describedby={option.hint ? hintId : undefined}
              aria-label={option.label}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small id={hintId}>{option.hint}</small>}
            </span>
          </label>
        );
      })}
    </div>
  );
}
