import type { LoadReport } from '../../lib/load-cart/load-report.ts';
import { StoreText } from '../ui/StoreText.tsx';

/** Which lines the storefront holds as it should, and which not. */
export function LineDifferences({ report }: { readonly report: LoadReport }) {
  const { same, differences, more } = report;
  if (same === null) return <p class="muted">The lines could not be compared.</p>;
  return (
    <>
      <p>
        {same} line{same === 1 ? '' : 's'} as {same === 1 ? 'it' : 'they'} should be
        {differences.length === 0 ? '; none differs.' : '.'}
      </p>
      {differences.length > 0 && (
        <table class="load-lines">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Should be</th>
              <th scope="col">Storefront has</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, wanted, found }, at) => (
              <tr key={`${at} ${name}`}>
                <td>
                  <StoreText text={name} />
                </td>
                <td>{wanted ?? 'none'}</td>
                <td>{found ?? 'none'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p class="muted">and {more} more</p>}
    </>
  );
}
