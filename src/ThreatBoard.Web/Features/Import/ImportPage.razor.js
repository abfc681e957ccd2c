// Pasted manifests are longer than one message of the circuit may be: they go as a stream.
export const textOf = (area) => new Blob([area.value]);
