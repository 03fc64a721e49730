import { wordsOf } from '../intake/words';

/** Which columns say who someone is, by what they are called and by what stands in them. */

/** Words of headers, in lower case and without accents, that name what belongs to one person. */
const PERSONAL = new Set([
  ...[
    'email',
    'emails',
    'mail',
    'phone',
    'phones',
    'telephone',
    'tel',
    'mobile',
    'cellphone',
    'fax',
    'address',
    'addr',
  ],
  ...[
    'street',
    'postcode',
    'zipcode',
    'zip',
    'birth',
    'birthday',
    'birthdate',
    'dob',
    'iban',
    'ip',
    'ipaddress',
    'ssn',
  ],
  ...[
    'passport',
    'surname',
    'firstname',
    'lastname',
    'fullname',
    'forename',
    'nickname',
    'username',
    'login',
    'person',
  ],
  ...[
    'vorname',
    'nachname',
    'familienname',
    'telefon',
    'telefonnummer',
    'handy',
    'handynummer',
    'adresse',
    'anschrift',
  ],
  ...['strasse', 'plz', 'geburtsdatum', 'geburtstag', 'prenom', 'nom', 'courriel', 'rue', 'naissance', 'nombre'],
  ...[
    'apellido',
    'apellidos',
    'correo',
    'telefono',
    'direccion',
    'calle',
    'nacimiento',
    'nome',
    'cognome',
    'indirizzo',
  ],
  ...['nascita', 'sobrenome', 'endereco', 'telefone', 'nascimento', 'naam', 'voornaam', 'achternaam', 'telefoon'],
  ...['adres', 'geboortedatum', 'imie', 'nazwisko', 'pesel', 'fornavn', 'etternavn', 'efternamn', 'fornamn', 'adress'],
  ...[
    'имя',
    'фамилия',
    'отчество',
    'телефон',
    'адрес',
    'почта',
    '名前',
    '氏名',
    '姓名',
    '电话',
    '電話',
    '電話番号',
    '邮箱',
  ],
  ...[
    '电子邮件',
    'メール',
    'メールアドレス',
    '住所',
    '地址',
    '이름',
    '전화',
    '전화번호',
    '이메일',
    '주소',
    'الاسم',
    'שם',
  ],
]);

/** What a "name" may be the name of, if it is a person's. */
const PEOPLE = new Set([
  ...['first', 'last', 'full', 'middle', 'given', 'family', 'maiden', 'sur', 'nick', 'display', 'user', 'customer'],
  ...[
    'client',
    'member',
    'contact',
    'person',
    'employee',
    'patient',
    'guest',
    'owner',
    'holder',
    'recipient',
    'account',
  ],
]);

export function isPersonalName(column: string): boolean {
  const words = wordsOf(column).map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss'));
  const whole = words.join('');
  if (PERSONAL.has(whole) || words.some((word) => PERSONAL.has(word))) return true;
  const at = words.findIndex((word) => word === 'name' || word === 'names');
  return at !== -1 && (words.length === 1 || PEOPLE.has(words[at - 1] ?? ''));
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^(?:\+|00)\d[\d ()./-]{6,20}$|^\(?0\d{1,5}[)/ -][\d ()./-]{4,16}$/;
const IBAN = /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?$/;
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$|^(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i;

/** Share of a column's distinct texts that must be of a kind. */
const MOST = 0.5;

/** Whether most of these texts are addresses of mail, numbers of phones or accounts, or addresses of machines. O(texts). */
export function arePersonal(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '');
  return (
    filled.length > 0 &&
    [EMAIL, PHONE, IBAN, IP].some(
      (kind) => filled.filter((text) => kind.test(text.trim())).length > filled.length * MOST,
    )
  );
}
