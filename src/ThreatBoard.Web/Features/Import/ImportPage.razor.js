// Pasted manifests are longer than one message of the circuit may be: they go as a stream.
export const textOf = (area) => new Blob([area.value]);

// In bytes of UTF-8; a stream of nothing is refused by the server's runtime.
export const sizeOf = (area) => textOf(area).size;
