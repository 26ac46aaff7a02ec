/** Whether tests go through every region, edition, colour and size, as `npm run test:all` has them. */
export const isWholeMatrix = process.env['TEST_MATRIX'] === 'all';
