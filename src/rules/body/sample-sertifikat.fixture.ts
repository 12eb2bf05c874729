/** Base64 DER: self-signed, P-256, valid from 2026-11-23 to 2126-10-30. */
export const sampleSertifikat =
  'MIIBbzCCARWgAwIBAgIUK/QeKY3XoS1CWdywCge08sgr/1owCgYIKoZIzj0EAwIw' +
  'DDEKMAgGA1UEAwwBbTAgFw0yNjExMjMwMzExMzNaGA8yMTI2MTAzMDAzMTEzM1ow' +
  'DDEKMAgGA1UEAwwBbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKgHKYkpqh1o' +
  'Kfqun85BPmbx3xSyTBVLk0bPpBgQqPhXF1QHP8XF/RpTFpXKvh4VoSnhIzHJlRfJ' +
  'iNbo29ageb2jUzBRMB0GA1UdDgQWBBSiclFewSqMrtCdAw5S681kcLLI6DAfBgNV' +
  'HSMEGDAWgBSiclFewSqMrtCdAw5S681kcLLI6DAPBgNVHRMBAf8EBTADAQH/MAoG' +
  'CCqGSM49BAMCA0gAMEUCIQCTV4H4jRGRdCxz56exNAmWV6x9vmFLO7tD50bOyEar' +
  'MAIgXgRB+9h3OIdEhzjtu9QsEuR61RexzQeNIwY4216xn1M='

/** The same in lines of 64 characters. */
export const sampleInLines = sampleSertifikat.match(/.{1,64}/g)?.join('\n') ?? ''

/** The same in PEM. */
export const samplePem = `-----BEGIN CERTIFICATE-----\n${sampleInLines}\n-----END CERTIFICATE-----\n`
