import type { LetterName } from '@/lib/case/tell/draft';
import type { People, Person } from '@/lib/case/tell/people';
import { TextField } from '../ui/TextField';

interface PeopleFieldsProps {
  readonly letter: LetterName;
  readonly people: People;
  readonly onChange: (people: People) => void;
}

/** Whom the letter is for and who signs it. An empty field is left out of the letter. */
export function PeopleFields({ letter, people, onChange }: PeopleFieldsProps) {
  return (
    <>
      <PersonFields
        legend="To"
        onChange={(to) => {
          onChange({ ...people, [letter]: to });
        }}
        person={people[letter]}
      />
      <PersonFields
        legend="From"
        onChange={(from) => {
          onChange({ ...people, from });
        }}
        person={people.from}
      />
    </>
  );
}

interface PersonFieldsProps {
  readonly legend: string;
  readonly person: Person;
  readonly onChange: (person: Person) => void;
}

function PersonFields({ legend, person, onChange }: PersonFieldsProps) {
  const field = (name: keyof Person, label: string, type = 'text') => (
    <TextField
      autoComplete="off"
      label={label}
      onText={(text) => {
        onChange({ ...person, [name]: text });
      }}
      type={type}
      value={person[name]}
    />
  );
  return (
    <fieldset className="grid grid-cols-1 gap-2 sm:grid-cols-3 md:grid-cols-1">
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {field('name', 'Name')}
      {field('email', 'E-mail', 'email')}
      {field('company', 'Company')}
    </fieldset>
  );
}
