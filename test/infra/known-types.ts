/**
 * The resource types that infra/ uses, with the version of each. Looked up in November 2026 in Microsoft's templates
 * (Microsoft 365 Agents Toolkit, quickstarts) and in others that are deployed with them.
 */
export const knownTypes: Readonly<Record<string, string>> = {
  'Microsoft.BotService/botServices': '2022-09-15',
  'Microsoft.BotService/botServices/channels': '2022-09-15',
  'Microsoft.DocumentDB/databaseAccounts': '2024-05-15',
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': '2024-05-15',
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': '2024-05-15',
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments': '2024-05-15',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/diagnosticSettings': '2021-05-01-preview',
  'Microsoft.Insights/metricAlerts': '2018-03-01',
  'Microsoft.Insights/scheduledQueryRules': '2023-12-01',
  'Microsoft.Insights/workbooks': '2023-06-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2023-01-31',
  'Microsoft.OperationalInsights/workspaces': '2023-09-01',
  'Microsoft.Web/serverfarms': '2024-04-01',
  'Microsoft.Web/sites': '2024-04-01',
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': '2024-04-01',
  'Microsoft.Web/sites/config': '2024-04-01',
};

/** Those that stand on their own, and so have tags. */
export const isTagged = (type: string): boolean =>
  !type.endsWith('/diagnosticSettings') && type.split('/').length === 2;
