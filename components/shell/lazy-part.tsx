'use client';

import { Component, type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { ahead } from '@/lib/case/open/ahead';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { NewerVersion } from './NewerVersion';

type LazyPart<P> = ComponentType<P> & { readonly load: () => Promise<unknown> };

interface Loading<P> {
  readonly part: ComponentType<P> | null;
  readonly failed: boolean;
}

/**
 * A part of the page that is loaded when it is first shown, or before. Where it cannot be loaded, or breaks, the rest of the
 * page stays: a notice says so in its place, and to try again loads it anew.
 * @param name as a sentence begins with it: "The charts"
 * @param waiting stands there meanwhile
 */
export function lazyPart<P extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  waiting: ReactNode = null,
): LazyPart<P> {
  let loaded: ComponentType<P> | null = null;
  const loadOnce = ahead(async () => {
    loaded ??= (await load()).default;
    return loaded;
  });

  function Part(props: P) {
    const [{ part: Shown, failed }, setLoading] = useState<Loading<P>>(() => ({ part: loaded, failed: false }));
    useEffect(() => {
      if (Shown !== null || failed) return;
      let wanted = true;
      const show = (loading: Loading<P>) => {
        if (wanted) setLoading(loading);
      };
      loadOnce().then(
        (part) => {
          show({ part, failed: false });
        },
        () => {
          show({ part: null, failed: true });
        },
      );
      return () => {
        wanted = false;
      };
    }, [Shown, failed]);
    if (failed)
      return (
        <Missing
          next="Nothing of the case is lost. See that this machine is online, or that what serves this page still runs, then try again."
          onRetry={() => {
            setLoading({ part: null, failed: false });
          }}
          what={`${name} could not be loaded.`}
        />
      );
    if (Shown === null) return waiting;
    return (
      <Guard name={name}>
        <Shown {...props} />
      </Guard>
    );
  }
  return Object.assign(Part, { load: loadOnce });
}

interface GuardProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A part that breaks as it is drawn takes nothing else from the page. */
class Guard extends Component<GuardProps, { readonly broken: string | null }> {
  override state: { readonly broken: string | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { readonly broken: string } {
    return { broken: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return (
      <Missing
        next="Nothing of the case is lost. Try again; where that does not help, reload the page."
        onRetry={() => {
          this.setState({ broken: null });
        }}
        what={`${this.props.name} could not be shown: ${broken.replace(/\.$/, '')}.`}
      />
    );
  }
}

interface MissingProps {
  readonly what: string;
  readonly next: string;
  readonly onRetry: () => void;
}

function Missing({ what, next, onRetry }: MissingProps) {
  return (
    <div className="mx-auto w-full px-5 sm:px-6 print:hidden" role="alert">
      <Notice next={next} what={what}>
        <Button onClick={onRetry}>Try again</Button>
      </Notice>
      <NewerVersion />
    </div>
  );
}
