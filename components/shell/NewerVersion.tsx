'use client';

import { useEffect, useState } from 'react';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { isReplaced } from './is-replaced';

/** Beside something that could not be loaded: whether that is because the site has changed under this page. */
export function NewerVersion() {
  const [replaced, setReplaced] = useState(false);
  useEffect(() => {
    let asked = true;
    void isReplaced().then((is) => {
      if (asked) setReplaced(is);
    });
    return () => {
      asked = false;
    };
  }, []);
  if (!replaced) return null;
  return (
    <Notice
      next="Reload the page to go on with it. Cases that are kept in this browser stay; export one that is not kept first."
      what="A newer version of Tieout is here, and the one that is open can no longer load all of its parts."
    >
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        Reload the page
      </Button>
    </Notice>
  );
}
