@minLength(4)
@maxLength(20)
param resourceBaseName string

param location string
param insightsId string
param webAppId string

@description('Who is told by mail; empty for nobody')
param alertMail string

param tags object

/** What each of them means is in infra/README.md, under its name. */
var alerts = loadJsonContent('./alerts.json')

resource team 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: resourceBaseName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'gemdelers'
    enabled: true
    emailReceivers: empty(alertMail)
      ? []
      : [
          {
            name: 'administrator'
            emailAddress: alertMail
            useCommonAlertSchema: true
          }
        ]
  }
}

/** Of what the server itself measures. */
resource measured 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts.measured: {
    name: '${resourceBaseName}-${alert.name}'
    location: location
    kind: 'LogAlert'
    tags: tags
    properties: {
      displayName: '${resourceBaseName}: ${alert.name}'
      description: alert.description
      enabled: true
      severity: alert.severity
      scopes: [insightsId]
      evaluationFrequency: alert.every
      windowSize: alert.over
      autoMitigate: true
      // Before the first start there is nothing to query yet.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [team.id]
      }
    }
  }
]

/** Of what App Service measures, also when the server says nothing any more. */
resource watched 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in alerts.watched: {
    name: '${resourceBaseName}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.description
      enabled: true
      severity: alert.severity
      scopes: [webAppId]
      evaluationFrequency: alert.every
      windowSize: alert.over
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: 'Microsoft.Web/sites'
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
          }
        ]
      }
      actions: [
        {
          actionGroupId: team.id
        }
      ]
    }
  }
]
