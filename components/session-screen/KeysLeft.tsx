import type { Staying } from '../../lib/identity/staying.ts';

interface KeysLeftProps {
  readonly stays: readonly Staying[];
  /** What follows where one of them holds a key or a session. */
  readonly follows: string;
}

/** What is left as it is, each with the reason; nothing where all can be changed. */
export function KeysLeft({ stays, follows }: KeysLeftProps) {
  if (stays.length === 0) return null;
  return (
    <>
      <p>{follows}</p>
      <ul aria-label="What stays">
        {stays.map(({ what, where, why }) => (
          <li key={`${where} ${what}`}>
            <bdi>{what.slice(0, 120)}</bdi>
            {where !== null && ` (${where})`}
            <span class="why">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
