/** Ends a form that adds: nothing is sent by it. */
export function AddButton() {
  return (
    <div class="form-row">
      <button type="submit" class="button button-primary">
        Add to the cart…
      </button>
      <span class="muted">The request is shown first.</span>
    </div>
  );
}
