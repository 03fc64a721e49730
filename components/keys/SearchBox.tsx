import { useEffect, useState } from 'react';

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

const PAUSE = 150;

/** Searches once the typing pauses. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => {
      onSearch(text);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [text, value, onSearch]);
  return (
    <input
      aria-label={label}
      className="min-h-7 w-44 min-w-0 rounded-md border border-field bg-bg px-2.5 py-0.5 text-sm placeholder:text-mut"
      onChange={(event) => {
        setText(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(text);
      }}
      placeholder={label}
      spellCheck={false}
      type="search"
      value={text}
    />
  );
}
