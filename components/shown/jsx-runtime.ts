import { type ElementType, Fragment, type Key, type ReactElement } from 'react';
import { jsx as element, jsxs as elements } from 'react/jsx-runtime';
import { shownProps } from './shown-props';

/** React's own, for every element of the page: no text of a file reaches the screen but through `shown`. */

export { Fragment } from 'react';
export type { JSX } from 'react/jsx-runtime';

export function jsx(type: ElementType, props: object, key?: Key): ReactElement {
  return element(type, isRendered(type) ? shownProps(props) : props, key);
}

export function jsxs(type: ElementType, props: object, key?: Key): ReactElement {
  return elements(type, isRendered(type) ? shownProps(props) : props, key);
}

function isRendered(type: ElementType): boolean {
  return typeof type === 'string' || type === Fragment;
}
