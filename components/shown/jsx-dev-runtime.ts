import { type ElementType, Fragment, type Key, type ReactElement } from 'react';
import { jsxDEV as element, type JSXSource } from 'react/jsx-dev-runtime';
import { shownProps } from './shown-props';

/** The same while developing. */

export { Fragment } from 'react';
export type { JSX } from 'react/jsx-dev-runtime';

export function jsxDEV(
  type: ElementType,
  props: object,
  key: Key | undefined,
  isStatic: boolean,
  source?: JSXSource,
  self?: unknown,
): ReactElement {
  const told = typeof type === 'string' || type === Fragment ? shownProps(props) : props;
  return element(type, told, key, isStatic, source, self);
}
