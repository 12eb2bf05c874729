import type { Environment } from '../config/environment.ts'
import { environmentKeys } from '../config/settings.ts'
import type { Expiry } from '../report/model.ts'

/** When the client's secret or key ends, where a setting tells it: no answer of ID-porten's does. */
export const clientSecretExpiry = ({
  name,
  clientAuthentication,
  clientSecretExpires,
}: Pick<
  Environment,
  'name' | 'clientAuthentication' | 'clientSecretExpires'
>): readonly Expiry[] =>
  clientSecretExpires === undefined
    ? []
    : [
        {
          what: clientAuthentication.method === 'client_secret' ? 'client secret' : 'client key',
          of: environmentKeys(name).CLIENT_SECRET_EXPIRES,
          at: `${clientSecretExpires}T23:59:59.000Z`,
        },
      ]
