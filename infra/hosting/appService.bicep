@minLength(4)
@maxLength(20)
param resourceBaseName string

param location string
param planSku string
param instanceCount int
param zoneRedundant bool

@description('Own host name; empty for the one that Azure gives')
param publicHost string

param identityId string
param workspaceId string
param tags object

@description('What bot/settings.ts reads, except the address, which is only known here')
param settings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: resourceBaseName
  location: location
  kind: 'linux'
  tags: tags
  sku: {
    name: planSku
    capacity: instanceCount
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource webApp 'Microsoft.Web/sites@2024-04-01' = {
  name: resourceBaseName
  location: location
  kind: 'app,linux'
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Every instance can answer everybody.
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/main.ts'
      alwaysOn: true
      healthCheckPath: '/readyz'
      http20Enabled: true
      webSocketsEnabled: false
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }
}

var domain = empty(publicHost) ? webApp.properties.defaultHostName : publicHost

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: webApp
  name: 'appsettings'
  properties: union(settings, {
    ENVIRONMENT: 'production'
    PUBLIC_ADDRESS: 'https://${domain}'
    // The package is mounted as it was sent: old and new files never mix, and nobody can change one.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '5'
    // What is measured goes to this subscription and nowhere else.
    APPLICATION_INSIGHTS_NO_STATSBEAT: 'true'
  })
}

// Nobody sends files with a password: neither by FTP nor to the deployment site.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: webApp
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: webApp
  name: 'scm'
  properties: {
    allow: false
  }
}

// Without AppServiceHTTPLogs: they have people's addresses on the internet.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: webApp
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
      {
        category: 'AppServiceAuditLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output webAppId string = webApp.id
output domain string = domain
