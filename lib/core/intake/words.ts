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
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/** A file's name without folders and endings: "exports/Users.csv.gz" gives "Users". */
export function stemOf(file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return base.replace(/(\.(csv|tsv|txt|gz|zip))+( \(\d+\))?$/i, '$3');
}
