// A server that falls silent ends a request; one that keeps answering, however slowly, does not.

/** A fetch that fails once the server has been silent for `ms`, before its answer or within it. */
export function fetchWithin(ms: number): typeof fetch {
  return async (input, init) => {
    const silence = new AbortController();
    const fail = () => silence.abort(new Error(`no answer within ${ms / 1000} s`));
    let timer = setTimeout(fail, ms).unref();
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(fail, ms).unref();
    };
    try {
      const signals = [silence.signal, ...(init?.signal ? [init.signal] : [])];
      const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
      heard();
      return watched(response, heard, () => clearTimeout(timer));
    } catch (error) {
      clearTimeout(timer);
      throw silence.signal.aborted ? silence.signal.reason : error;
    }
  };
}

function watched(response: Response, heard: () => void, done: () => void): Response {
  if (response.body === null) {
    done();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done: ended } = await reader.read();
        if (ended) {
          done();
          controller.close();
        } else {
          heard();
          controller.enqueue(value);
        }
      } catch (error) {
        done();
        controller.error(error);
      }
    },
    async cancel(reason) {
      done();
      await reader.cancel(reason);
    },
  });
  const copy = new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  Object.defineProperty(copy, "url", { value: response.url });
  return copy;
}
