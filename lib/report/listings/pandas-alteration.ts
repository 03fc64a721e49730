import { assertNever } from '@/lib/core/assert-never';
import type { TextForm } from '@/lib/core/findings/fault-parameters';

/** What is done to a column of keys or other texts. @param key the name of the keys' column */
export function alteration({ how, width, length }: TextForm, key: string): string {
  switch (how) {
    case 'leading-zeros':
      return '.str.replace(r"^0+(?=\\d)", "", regex=True)';
    case 'whitespace':
      return '.str.strip()';
    case 'case':
      return '.str.lower()';
    case 'upper-case':
      return '.str.upper()';
    case 'float-precision':
      return '.str.replace(r"^-?[1-9]\\d{15,}$", lambda key: str(int(float(key[0]))), regex=True)';
    case 'fifteen-digits':
      return '.str.replace(r"^(-?[1-9]\\d{14})(\\d+)$", lambda key: key[1] + "0" * len(key[2]), regex=True)';
    case 'decimal-point':
      return '.str.replace(r"^-?\\d+$", r"\\g<0>.0", regex=True)';
    case 'punctuation':
      return '.str.replace(r"[-./\\s]", "", regex=True)';
    case 'accents':
      return '.str.normalize("NFD").map(lambda key: "".join(c for c in key if not unicodedata.combining(c))).str.normalize("NFC")';
    case 'unicode-form':
      return '.str.normalize("NFC")';
    case 'zero-padded':
      return `.str.replace(r"^\\d+$", lambda key: key[0].rjust(${width}, "0"), regex=True)`;
    case 'cut':
      return `.str.slice(0, ${length})`;
    case 'collation':
      return `.groupby(rows[${key}].str.lower().str.rstrip(" ")).transform("first")`;
    default:
      return assertNever(how);
  }
}
