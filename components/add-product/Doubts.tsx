interface DoubtsProps {
  readonly doubts: readonly string[];
}

/** What the store is known to refuse or to do otherwise; told as it changes. */
export function Doubts({ doubts }: DoubtsProps) {
  return (
    <div role="status">
      {doubts.length > 0 && (
        <ul class="doubts">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
