import { z } from 'zod';
import { wireExactText, wireFlag, wireId, wireList, wireObject, wireText } from '../../core/wire-fields.ts';
import { namedItems } from './common.ts';

/** "Get an audit object details". Coordinates are text. */
export const auditObjectDetail = z.looseObject({
  id: wireId,
  name: wireText,
  notes: wireExactText,
  participantUserGroups: namedItems,
  participantUsers: namedItems,
  auditObjectGroupIds: wireList(wireId),
  attributes: wireList(
    z.looseObject({ attributeId: wireId, attributeName: wireText, optionId: wireId, optionName: wireText }),
  ),
  geoAddress: wireObject(z.looseObject({ lat: wireText, lng: wireText, name: wireText, address: wireText })),
});

/** "Get Audit Object Attribute Details", and one of "Get Audit Object Attributes List". */
export const attribute = z.looseObject({
  id: wireId,
  name: wireText,
  options: wireList(z.looseObject({ id: wireId, name: wireText, isDefault: wireFlag })),
});
