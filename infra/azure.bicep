@description('Names all resources in this file are made from')
@minLength(4)
@maxLength(20)
param resourceBaseName string

@description('Where everything runs that has a place; the Netherlands unless the resource group is elsewhere')
param location string = resourceGroup().location

@description('What Teams calls the bot')
@maxLength(42)
param botDisplayName string

@description('Application id of the registration that the tab signs in with')
@minLength(36)
@maxLength(36)
param tabAppId string

@description('Id of the app in its Teams manifest')
@minLength(36)
@maxLength(36)
param teamsAppId string

@description('Tenants whose people may use it, separated by commas; this tenant unless told')
param tenantIds string = subscription().tenantId

@description('Organisers of every edition, who appoint everybody else: tenant:object id, separated by commas')
param firstOrganisers string

@description('Own host name, without https://, once it is bound to the web app; empty for the one that Azure gives')
param publicHost string = ''

@description('Where whoever finds a weakness can report it (mailto: or https://); empty for no security.txt')
param securityContact string = ''

@description('Size of one instance')
param planSku string = 'P0v3'

@description('How many instances run, so that one can be missed')
@minValue(2)
@maxValue(10)
param instanceCount int = 2

@description('Whether the instances stand in different buildings; only in regions that have them')
param zoneRedundant bool = false

@description('Name of the Cosmos DB account; another one after a restore, which makes a new account')
@minLength(3)
@maxLength(44)
param storeName string = resourceBaseName

@description('0: the data store is paid by use (serverless); otherwise the most request units a second, from 1,000')
@minValue(0)
@maxValue(100000)
param autoscaleMaxThroughput int = 0

@description('How far back the data can be restored, to the second')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string = 'Continuous7Days'

@description('Object ids of the administrators who run npm run admin on the data, from their own machine')
param operatorPrincipalIds array = []

@description('Who is told of alerts by mail; empty for alerts in the portal only')
param alertMail string = ''

@description('How many days logs and measurements are kept')
@minValue(30)
@maxValue(730)
param retentionDays int = 90

@description('Tags on every resource')
param tags object = {
  application: 'gemeentedelers'
}

/** Who the bot is, to Teams and to the data store. It has no password. */
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: resourceBaseName
  location: location
  tags: tags
}

module insights './monitoring/insights.bicep' = {
  name: 'insights'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    retentionDays: retentionDays
    tags: tags
  }
}

module store './data/cosmos.bicep' = {
  name: 'store'
  params: {
    storeName: storeName
    location: location
    autoscaleMaxThroughput: autoscaleMaxThroughput
    backupTier: backupTier
    zoneRedundant: zoneRedundant
    principalIds: concat([identity.properties.principalId], operatorPrincipalIds)
    workspaceId: insights.outputs.workspaceId
    tags: tags
  }
}

module server './hosting/appService.bicep' = {
  name: 'server'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    planSku: planSku
    instanceCount: instanceCount
    zoneRedundant: zoneRedundant
    publicHost: publicHost
    identityId: identity.id
    workspaceId: insights.outputs.workspaceId
    tags: tags
    settings: {
      STORE: 'cosmos'
      COSMOS_ENDPOINT: store.outputs.endpoint
      COSMOS_DATABASE: store.outputs.databaseName
      COSMOS_CONTAINER: store.outputs.containerName
      BOT_APP_ID: identity.properties.clientId
      BOT_TENANT_ID: identity.properties.tenantId
      TENANT_IDS: tenantIds
      TAB_APP_ID: tabAppId
      TEAMS_APP_ID: teamsAppId
      FIRST_ORGANISERS: firstOrganisers
      SECURITY_CONTACT: securityContact
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.outputs.connectionString
    }
  }
}

module azureBotRegistration './botRegistration/azurebot.bicep' = {
  name: 'Azure-Bot-registration'
  params: {
    resourceBaseName: resourceBaseName
    botDisplayName: botDisplayName
    botAppDomain: server.outputs.domain
    identityClientId: identity.properties.clientId
    identityResourceId: identity.id
    identityTenantId: identity.properties.tenantId
    workspaceId: insights.outputs.workspaceId
    tags: tags
  }
}

module alerts './monitoring/alerts.bicep' = {
  name: 'alerts'
  params: {
    resourceBaseName: resourceBaseName
    location: location
    insightsId: insights.outputs.insightsId
    webAppId: server.outputs.webAppId
    alertMail: alertMail
    tags: tags
  }
}

module workbook './monitoring/workbook.bicep' = {
  name: 'workbook'
  params: {
    location: location
    insightsId: insights.outputs.insightsId
    tags: tags
  }
}

// The toolkit writes each of these into env/.env.<environment>, under the same name.
output AZURE_APP_SERVICE_RESOURCE_ID string = server.outputs.webAppId
output PUBLIC_DOMAIN string = server.outputs.domain
output PUBLIC_ADDRESS string = 'https://${server.outputs.domain}'
output BOT_APP_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_PRINCIPAL_ID string = identity.properties.principalId
output COSMOS_ENDPOINT string = store.outputs.endpoint
