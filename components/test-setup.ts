import { configure } from '@testing-library/preact';

// A part that is loaded when it is wanted is compiled the first time a test wants it: on a busy machine
// that takes longer than the second which queries wait by default.
configure({ asyncUtilTimeout: 10_000 });
