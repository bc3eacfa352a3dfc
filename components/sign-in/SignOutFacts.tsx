import type { SignOutReport } from '../../lib/sign-in/sign-report.ts';
import { StoreText } from '../ui/StoreText.tsx';

/** What a sign-out left, beside what the version's rule says. */
export function SignOutFacts({ report }: { readonly report: SignOutReport }) {
  const { rule, facts, notes } = report;
  return (
    <>
      {rule && (
        <p>
          The rule: {rule.says} <span class="muted">({rule.source})</span>
        </p>
      )}
      <table class="sign-lines">
        <caption>What is left</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">By the rule</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ what, before, ruled, found, fits }) => (
            <tr key={what} class={fits === false ? 'sign-differs' : ''}>
              <th scope="row">{what}</th>
              <td>{before}</td>
              <td>{ruled ?? 'not known'}</td>
              <td>
                {found}
                {fits === false && <strong> differs</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="sign-notes">
        {notes.map((note) => (
          <li key={note}>
            <StoreText text={note} />
          </li>
        ))}
      </ul>
    </>
  );
}
