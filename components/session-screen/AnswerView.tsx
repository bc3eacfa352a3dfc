import type { Answer } from './answer-words.ts';

/** The answer first: whose cart it is, and what to change. */
export function AnswerView({ answer }: { readonly answer: Answer }) {
  const { sentence, todo, wrong } = answer;
  return (
    <section class={wrong ? 'answer answer-wrong' : 'answer'} aria-label="Whose cart is this?">
      <h2>
        <bdi>{sentence}</bdi>
      </h2>
      {todo && (
        <p>
          {wrong && <strong>What to change: </strong>}
          <bdi>{todo}</bdi>
        </p>
      )}
    </section>
  );
}
