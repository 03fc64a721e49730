/** Names that every object, array or promise knows, that are no words, or that a path or a number could be. */
export const NASTY_NAMES: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__'],
  ...['then', 'length', 'prototype', 'toJSON', 'get', 'size', 'name', 'undefined', 'null', 'NaN', '0', '-1', 'true'],
  ...['%', '€', '#', '№', '🙂', '金額', 'مبلغ', '..', '/', '\\', '$&', '$1', '&lt;', '"', "'", 'a:b', '{}', '[]', '·'],
];
