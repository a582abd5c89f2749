import { expect, test } from '@jest/globals';
import { createRate } from '../../../bot/gate/rate.ts';

const second = (requests: number): { requests: number; seconds: number } => ({ requests, seconds: 10 });

test('whoever asks too much is told when to come back, others are not', async () => {
  const rate = createRate({ person: second(2), tenant: second(100) });
  await rate.take('tenant', 'somebody');
  await rate.take('tenant', 'somebody');
  await expect(rate.take('tenant', 'somebody')).rejects.toMatchObject({
    code: 'too-many',
    status: 429,
    retryAfterSeconds: 10,
  });
  await rate.take('tenant', 'somebody else');
  await rate.take('other tenant', 'somebody');
});

test('a tenant as a whole has a limit too, which one person alone can not use up', async () => {
  const rate = createRate({ person: second(2), tenant: second(3) });
  for (let call = 0; call < 10; call += 1) await rate.take('tenant', 'wild').catch(() => undefined);
  await rate.take('tenant', 'quiet');
  await expect(rate.take('tenant', 'third')).rejects.toMatchObject({ code: 'too-many' });
  await rate.take('other tenant', 'third');
});
