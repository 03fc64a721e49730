import { wordsOf } from '../intake/words';

/** Which columns say who someone is by what they are called. */

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
