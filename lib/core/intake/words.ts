/** The words of a file or column name in lower case: "userId", "User ID" and "user_id" are all "user", "id". */
export function wordsOf(name: string): readonly string[] {
  return spelledWords(name).map((word) => word.toLowerCase());
}

/** The same words as they were written. */
export function spelledWords(name: string): readonly string[] {
  return (
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{L})(\d)/gu, '$1 $2')
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Whether two headers are one name in two spellings: "User ID" and "user_id". */
export function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b) && symbolsAgree(a, b);
}

/** What two spellings of a name share: its words; of a name without letters and digits ("%", "€") itself. */
export function plainName(name: string): string {
  const words = wordsOf(name).join('');
  return words === '' ? name.trim() : words;
}

/** Whether the signs of two names allow that they mean one thing: "spend" may be "spend $", but neither "spend €" nor "spend %". */
export function symbolsAgree(a: string, b: string): boolean {
  const [one, other] = [symbolsOf(a), symbolsOf(b)];
  const isPart = (symbols: string) => /[%‰]/.test(symbols);
  return one === other || ((one === '' || other === '') && !isPart(one) && !isPart(other));
}

/** The signs of a name that say something, in its order: currency, percent, number signs, emoji. */
function symbolsOf(name: string): string {
  return (name.normalize('NFKC').match(/[\p{S}%‰#&*@§]/gu) ?? []).join('');
}

/** A file's name without folders and endings: "exports/Users.csv.gz" gives "Users". */
export function stemOf(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return base.replace(/(\.(csv|tsv|txt|gz|zip))+( \(\d+\))?$/i, '$3');
}
