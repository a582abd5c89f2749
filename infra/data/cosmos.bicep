@minLength(3)
@maxLength(44)
param storeName string

param location string

@description('0: serverless; otherwise the most request units a second')
param autoscaleMaxThroughput int

param backupTier string
param zoneRedundant bool

@description('Who may read and write the documents')
param principalIds array

param workspaceId string
param tags object

var isServerless = autoscaleMaxThroughput == 0

/** Azure's own role that reads and writes documents, and makes no database or container. */
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: storeName
  location: location
  kind: 'GlobalDocumentDB'
  tags: tags
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: isServerless ? [{ name: 'EnableServerless' }] : []
    // Nobody has a key to it: only the identities below come in.
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: 'Enabled'
    enableAutomaticFailover: false
    enableMultipleWriteLocations: false
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: zoneRedundant
      }
    ]
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: backupTier
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: account
  name: 'gemeentedelers'
  properties: {
    resource: {
      id: 'gemeentedelers'
    }
  }
}

/** Everything the app keeps. bot/store/cosmos refuses to start on a container that is made otherwise. */
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = {
  parent: database
  name: 'documents'
  properties: {
    resource: {
      id: 'documents'
      partitionKey: {
        paths: ['/partition']
        kind: 'Hash'
        version: 2
      }
      // Nothing expires but what says so itself.
      defaultTtl: -1
      // It is asked for by partition and id alone. Cosmos DB always indexes the id; what is not indexed costs nothing.
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: [{ path: '/partition/?' }]
        excludedPaths: [{ path: '/*' }]
      }
    }
    options: isServerless ? {} : { autoscaleSettings: { maxThroughput: autoscaleMaxThroughput } }
  }
}

@batchSize(1)
resource access 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = [
  for principalId in principalIds: {
    parent: account
    name: guid(account.id, principalId, dataContributor)
    properties: {
      principalId: principalId
      roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
      scope: account.id
    }
  }
]

// Without DataPlaneRequests and PartitionKeyRUConsumption: they name partitions, and so people.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Requests'
        enabled: true
      }
    ]
  }
}

output endpoint string = 'https://${account.name}.documents.azure.com'
output databaseName string = database.name
output containerName string = container.name
