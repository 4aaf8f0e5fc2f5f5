import { describe, expect, it } from '@jest/globals';
import { refuseGuessable } from '../../../src/accounts/guessable-password.ts';

const ana = { email: 'ana.lopez@people.example.com', name: 'Ana María Ólafs' };
const tried = (password: string) => refuseGuessable(password, ana);

describe('a password that is set', () => {
  it.each([
    ['one of the most used', '1qaz2wsx3edc'],
    ['it, whatever its case', 'QWERTY123456'],
    ['a used one with signs around it', 'Password2026!'],
    ['a used one with spaces in it', 'pass word 1234'],
    ['a used one twice', 'sunshinesunshine'],
    ['one letter', 'zzzzzzzzzzzzzz'],
    ['a few letters again and again', 'xq7xq7xq7xq7'],
    ['a used one after the name of the product', 'icims-password1'],
  ])('is refused when it is %s', async (_what, password) => {
    await expect(tried(password)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      message: expect.stringMatching(/first to be guessed/),
    });
  });

  it.each([
    ['the address', 'ana.lopez@people.example.com'],
    ['the name in another form of Unicode', 'María Ólafs 2026'.normalize('NFD')],
    ['parts of both', 'LopezMaríaÓlafs1990'],
    ['the product', 'Immigration-Connector1'],
  ])('is refused when it is made of %s', async (_what, password) => {
    await expect(tried(password)).rejects.toMatchObject({ message: expect.stringMatching(/made of your name/) });
  });

  it.each([
    ['several words', 'seven quiet lanterns rowing home'],
    ['a long one that holds a name', 'my aunt ana keeps a connector in the shed'],
    ['digits that nobody uses', '84719922004517'],
    ['letters of anywhere', 'ночной автобус без окон'],
  ])('is taken when it is %s', async (_what, password) => {
    await expect(tried(password)).resolves.toBeUndefined();
  });
});
