import type { LetterName } from '@/lib/case/tell/draft';
import { addressProblem } from '@/lib/case/tell/letter';
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
        problem={addressProblem(people[letter].email, 'to')}
        onChange={(to) => {
          onChange({ ...people, [letter]: to });
        }}
        person={people[letter]}
      />
      <PersonFields
        legend="From"
        problem={addressProblem(people.from.email, 'from')}
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
  /** What is wrong with the address; null: nothing. */
  readonly problem: string | null;
  readonly onChange: (person: Person) => void;
}

function PersonFields({ legend, person, problem, onChange }: PersonFieldsProps) {
  const field = (name: keyof Person, label: string) => (
    <TextField
      autoComplete="off"
      label={label}
      onText={(text) => {
        onChange({ ...person, [name]: text });
      }}
      type="text"
      value={person[name]}
    />
  );
  return (
    <fieldset className="grid grid-cols-1 gap-2 sm:grid-cols-3 md:grid-cols-1">
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      {field('name', 'Name')}
      {field('email', 'E-mail')}
      {field('company', 'Company')}
      {problem === null ? null : (
        <p className="text-xs text-gap sm:col-span-3 md:col-span-1" role="alert">
          {problem} No .eml and no mail link is made of it.
        </p>
      )}
    </fieldset>
  );
}
