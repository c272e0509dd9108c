/** A form's handler that acts instead of leaving the page. */
export function submitted(act: () => void) {
  return (event: SubmitEvent) => {
    event.preventDefault();
    act();
  };
}
