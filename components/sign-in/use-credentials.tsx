import { useEffect, useRef, useState } from 'preact/hooks';
import type { Credentials } from '../../lib/sign-in/credentials.ts';
import { Field } from '../ui/Field.tsx';

/** Name and password as they are typed: in this dialog's memory, and gone with it. */
export function useCredentials() {
  const [typed, setTyped] = useState<Credentials>({ username: '', password: '' });
  const [tried, setTried] = useState(false);
  const isWhole = typed.username.trim() !== '' && typed.password !== '';
  /** Null, and said at the fields, while one of them is empty. */
  const take = (): Credentials | null => {
    setTried(true);
    return isWhole ? { ...typed, username: typed.username.trim() } : null;
  };
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // They may come after the dialog was opened, once access was given.
    root.current?.querySelector('input')?.focus();
  }, []);
  const fields = (
    <div class="form-grid" ref={root}>
      <Field
        label="User name or e-mail"
        value={typed.username}
        onInput={(username) => setTyped({ ...typed, username })}
        wrong={tried && typed.username.trim() === '' ? 'Type the customer’s name.' : null}
      />
      <Field
        label="Password"
        secret
        value={typed.password}
        onInput={(password) => setTyped({ ...typed, password })}
        wrong={tried && typed.password === '' ? 'Type the password.' : null}
      />
    </div>
  );
  return { fields, take };
}
